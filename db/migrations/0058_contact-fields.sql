ALTER TABLE "contact_fields" ADD COLUMN "kind" text DEFAULT 'text' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_fields" ADD COLUMN "choices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_fields" ADD COLUMN "place" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_fields" ADD COLUMN "defined" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_fields" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "contact_field_values_in" ON "contact_field_values" USING btree ("shop_id","field_id");