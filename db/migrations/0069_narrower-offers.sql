ALTER TABLE "widget_settings" ADD COLUMN "side" text DEFAULT 'right' NOT NULL;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD COLUMN "offers_from" integer DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD COLUMN "offers_to" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD COLUMN "offers_a_month" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD COLUMN "offers_rest_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD COLUMN "offers_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD CONSTRAINT "offers_within_the_rule" CHECK (offers_from >= 8 and offers_to <= 20 and offers_from < offers_to
        and offers_a_month between 1 and 2 and offers_rest_days between 7 and 90);