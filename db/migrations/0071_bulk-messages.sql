CREATE TABLE "bulk_message_rows" (
	"shop_id" uuid NOT NULL,
	"bulk_message_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"conversation_id" uuid,
	"send_at" timestamp with time zone,
	"problem" text,
	"params" jsonb,
	CONSTRAINT "bulk_message_rows_bulk_message_id_contact_id_pk" PRIMARY KEY("bulk_message_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "bulk_message_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bulk_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"by_member_id" uuid NOT NULL,
	"client_key" uuid NOT NULL,
	"body" text NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"scheduled" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"stopped_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"read" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_messages_shop_id_id_unique" UNIQUE("shop_id","id"),
	CONSTRAINT "bulk_messages_client_key" UNIQUE("shop_id","by_member_id","client_key")
);
--> statement-breakpoint
ALTER TABLE "bulk_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "bulk_message_rows" ADD CONSTRAINT "bulk_message_rows_shop_id_bulk_message_id_bulk_messages_shop_id_id_fk" FOREIGN KEY ("shop_id","bulk_message_id") REFERENCES "public"."bulk_messages"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_message_rows" ADD CONSTRAINT "bulk_message_rows_shop_id_contact_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_message_rows" ADD CONSTRAINT "bulk_message_rows_shop_id_conversation_id_conversations_shop_id_id_fk" FOREIGN KEY ("shop_id","conversation_id") REFERENCES "public"."conversations"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_messages" ADD CONSTRAINT "bulk_messages_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_message_rows_of_contact" ON "bulk_message_rows" USING btree ("shop_id","contact_id");--> statement-breakpoint
CREATE INDEX "bulk_message_rows_of_conversation" ON "bulk_message_rows" USING btree ("shop_id","conversation_id");--> statement-breakpoint
CREATE INDEX "bulk_messages_by_member" ON "bulk_messages" USING btree ("shop_id","by_member_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "bulk_message_rows" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "bulk_messages" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "bulk_messages" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "bulk_message_rows" FORCE ROW LEVEL SECURITY;
