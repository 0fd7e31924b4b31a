import type { Purpose } from "#lib/contacts/purposes";
import type { PersonName } from "./people";

type Product = { title: string; amount: number; image: string };
export const PRODUCTS = {
  grand: { title: "Grand Bouquet", amount: 6_800, image: "grand-bouquet" },
  blanc: { title: "Blanc de mai", amount: 5_400, image: "blanc-de-mai" },
  corail: { title: "Corail", amount: 4_900, image: "corail" },
  prairie: { title: "Prairie", amount: 4_400, image: "prairie" },
  vase: { title: "Vase Céladon", amount: 4_200, image: "vase" },
  couronne: { title: "Couronne d’été", amount: 9_600, image: "couronne" },
} satisfies Record<string, Product>;

type Step =
  | { says: string }
  | { by: PersonName; says: string }
  | {
      orders: keyof typeof PRODUCTS;
      number: string;
      status: "preparing" | "shipped" | "delivered";
      note?: string;
      email?: string;
    }
  | { by: PersonName; receipt: string }
  | { allows: Purpose[] };

export type Thread = {
  who: PersonName | null;
  locale: "en" | "fr";
  /** What she ticked in the Connect popup; null when she wrote as a visitor only. */
  connect: Purpose[] | null;
  /** Minutes ago of the last step; the others come before it, `pace` minutes apart. */
  endedAgo: number;
  pace: number;
  holder: PersonName | null;
  closed?: true;
  unread?: true;
  steps: Step[];
};

const LEA = "Léa Moreau";
const KARIM = "Karim Benali";
const TOM = "Tom Hughes";

/** Maison Pivoine's counter on an ordinary day, in both of its languages. */
export const THREADS: readonly Thread[] = [
  {
    who: "Amélie Laurent",
    locale: "en",
    connect: ["service", "order_updates"],
    endedAgo: 2,
    pace: 3,
    holder: LEA,
    steps: [
      { says: "Bonjour ! It is for my sister. Could it arrive before 6 pm tomorrow?" },
      { by: LEA, says: "Hello Amélie, yes: between 4 pm and 5:30 pm." },
      { orders: "grand", number: "MP-1048", status: "preparing", note: "Delivery tomorrow" },
      { by: LEA, receipt: "MP-1048" },
      { says: "Thank you! She will love it." },
      { by: LEA, says: "With pleasure. Shall we write a card for you?" },
      { says: "Perfect. Can you leave the price out?" },
    ],
  },
  {
    who: "Camille Roux",
    locale: "fr",
    connect: ["service", "order_updates", "offers"],
    endedAgo: 4,
    pace: 6,
    holder: KARIM,
    steps: [
      { says: "Bonjour, nous sommes trois à offrir la couronne d’été. Est-ce possible de payer chacun sa part ?" },
      {
        by: KARIM,
        says: "Bonjour Camille, pour l’instant une seule personne règle la commande. Je vous prépare le total.",
      },
      { orders: "couronne", number: "MP-1047", status: "preparing" },
      { says: "Je paie ma part ce soir, promis !" },
    ],
  },
  {
    who: "Priya Shah",
    locale: "en",
    connect: ["service"],
    endedAgo: 11,
    pace: 4,
    holder: null,
    steps: [{ says: "Do you deliver to London on Sunday?" }],
  },
  {
    who: "Hugo Petit",
    locale: "en",
    connect: ["service", "order_updates"],
    endedAgo: 26,
    pace: 5,
    holder: null,
    steps: [
      { orders: "corail", number: "MP-1039", status: "delivered" },
      { says: "Hello, my order was due this morning." },
      { says: "It says delivered but there is nothing at my door." },
      { says: "Can someone look into it please?" },
    ],
  },
  {
    who: null,
    locale: "fr",
    connect: null,
    endedAgo: 34,
    pace: 2,
    holder: null,
    steps: [{ says: "Bonjour, avez-vous encore des pivoines blanches cette semaine ?" }],
  },
  {
    who: "Sarah Whitfield",
    locale: "en",
    connect: ["service", "order_updates", "offers"],
    endedAgo: 195,
    pace: 9,
    holder: TOM,
    steps: [
      { says: "Is the ivory vase coming back?" },
      { by: TOM, says: "The ivory vase is back in stock since this morning. Shall I put one aside for you?" },
    ],
  },
  {
    who: "Thomas Girard",
    locale: "fr",
    connect: ["service", "order_updates"],
    endedAgo: 225,
    pace: 7,
    holder: KARIM,
    steps: [
      { orders: "blanc", number: "MP-1031", status: "delivered" },
      { by: KARIM, says: "Bonjour Thomas, votre bouquet a été livré à 9 h 40. Tout va bien ?" },
      { says: "Oui, il est magnifique. Merci beaucoup !" },
    ],
  },
  {
    who: "Nina Kowalski",
    locale: "en",
    connect: ["service", "order_updates"],
    endedAgo: 280,
    pace: 8,
    holder: LEA,
    steps: [
      { orders: "vase", number: "MP-0987", status: "delivered" },
      { says: "Hi, the vase arrived with a small chip on the rim." },
      { by: LEA, says: "I am sorry, Nina. Keep it as it is: a new one leaves this afternoon." },
      { says: "That is very kind, thank you." },
      { by: LEA, says: "Your new vase is on its way and should arrive on Thursday." },
    ],
  },
  {
    who: "Inès Benomar",
    locale: "fr",
    connect: ["service"],
    endedAgo: 320,
    pace: 10,
    holder: TOM,
    steps: [
      { says: "Bonjour, pouvez-vous livrer un bouquet à la maternité des Lilas ?" },
      { by: TOM, says: "Oui Inès, tous les jours entre 14 h et 18 h. Donnez-nous le nom et le numéro de chambre." },
      { says: "Parfait, je commande ce soir." },
    ],
  },
  {
    who: "Daniel Okafor",
    locale: "en",
    connect: ["service", "order_updates", "offers"],
    endedAgo: 345,
    pace: 12,
    holder: TOM,
    closed: true,
    steps: [{ says: "What time do you open tomorrow?" }, { by: TOM, says: "We open at 8 tomorrow, see you then!" }],
  },
];
