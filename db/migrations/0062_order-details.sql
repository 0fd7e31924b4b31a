ALTER TABLE "orders" ADD COLUMN "shipping" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tax" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "discounts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "payment_method" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "ship_to" jsonb;