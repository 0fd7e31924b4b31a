export const receipts = {
  title: (number: string) => `Receipt · ${number}`,
  order: (number: string) => `Order ${number}`,
  status: {
    preparing: "Preparing",
    shipped: "Shipped",
    delivered: "Delivered",
    problem: "Problem",
    refunded: "Refunded",
    cancelled: "Cancelled",
  },
  line: (quantity: string, unit: string) => `${quantity} × ${unit}`,
  total: "Total",
  paid: "Paid",
  unpaid: "To be paid",
  view: "View order",
  progress: (done: string, all: string) => `Step ${done} of ${all}`,
};
