CREATE TABLE "claimed_emails" (
	"shop_id" uuid NOT NULL,
	"identity_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claimed_emails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ratings" (
	"shop_id" uuid NOT NULL,
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"score" integer,
	"comment" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reply_waits" (
	"shop_id" uuid NOT NULL,
	"message_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reply_waits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "widget_settings" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"texts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"shows_reply_time" boolean DEFAULT true NOT NULL,
	"asks" text[] DEFAULT '{service,order_updates,offers}'::text[] NOT NULL,
	"hours" jsonb,
	"keeps_holidays" boolean DEFAULT true NOT NULL,
	"closed_days" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_on" text,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "widget_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "claimed_emails" ADD CONSTRAINT "claimed_emails_shop_id_identity_id_identities_shop_id_id_fk" FOREIGN KEY ("shop_id","identity_id") REFERENCES "public"."identities"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_shop_id_conversation_id_conversations_shop_id_id_fk" FOREIGN KEY ("shop_id","conversation_id") REFERENCES "public"."conversations"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_waits" ADD CONSTRAINT "reply_waits_shop_id_message_id_messages_shop_id_id_fk" FOREIGN KEY ("shop_id","message_id") REFERENCES "public"."messages"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "widget_settings" ADD CONSTRAINT "widget_settings_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_waits_latest" ON "reply_waits" USING btree ("shop_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant" ON "claimed_emails" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "ratings" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "reply_waits" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "widget_settings" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
ALTER TABLE "widget_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reply_waits" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "claimed_emails" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ratings" FORCE ROW LEVEL SECURITY;