export const sandbox = {
  title: "Sandbox",
  nothingLeaves: "Nothing leaves this computer",
};
