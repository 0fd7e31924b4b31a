CREATE TABLE "reactions" (
	"shop_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"author" text NOT NULL,
	"emoji" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reactions_message_id_author_pk" PRIMARY KEY("message_id","author")
);
--> statement-breakpoint
ALTER TABLE "reactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat_references" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" uuid,
	CONSTRAINT "chat_references_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "chat_references" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"by_member_id" uuid,
	"moved" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "contact_merges_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deletion_requests" (
	"code" text PRIMARY KEY NOT NULL,
	"facebook_user_id" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "early_changes" (
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"change" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "early_changes_channel_id_external_id_kind_pk" PRIMARY KEY("channel_id","external_id","kind")
);
--> statement-breakpoint
ALTER TABLE "early_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facebook_logins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"facebook_user_id" text NOT NULL,
	"sealed_token" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "facebook_logins_shop_id_member_id_unique" UNIQUE("shop_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "facebook_logins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "history_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"state" text NOT NULL,
	"thread_cursor" text,
	"message_cursor" text,
	"imported" integer DEFAULT 0 NOT NULL,
	"expected" integer,
	"back_to" timestamp with time zone,
	"problem" text,
	"version" integer DEFAULT 1 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "history_imports_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "history_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbound_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"inbound_event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"item" jsonb NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"attempts" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "inbound_items_shop_id_id_unique" UNIQUE("shop_id","id"),
	CONSTRAINT "inbound_items_inbound_event_id_position_unique" UNIQUE("inbound_event_id","position")
);
--> statement-breakpoint
ALTER TABLE "inbound_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_templates_shop_id_id_unique" UNIQUE("shop_id","id"),
	CONSTRAINT "message_templates_channel_id_name_language_unique" UNIQUE("channel_id","name","language")
);
--> statement-breakpoint
ALTER TABLE "message_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messenger_pages" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"picture_url" text,
	"followers" integer,
	"sealed_token" text,
	"token_expires_at" timestamp with time zone,
	"data_access_expires_at" timestamp with time zone,
	"facebook_user_id" text NOT NULL,
	"connected_by" uuid NOT NULL,
	"scopes" text[] NOT NULL,
	"tasks" text[] NOT NULL,
	"subscribed_fields" text[] NOT NULL,
	"human_agent" boolean DEFAULT false NOT NULL,
	"login_connect" boolean DEFAULT false NOT NULL,
	"troubles" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rest_until" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"last_event_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messenger_pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messenger_profiles" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"profile" jsonb NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"verified_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messenger_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "personas" (
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "personas_channel_id_member_id_pk" PRIMARY KEY("channel_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "personas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "attachments_shop_id_message_id_index";--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "message_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "file_name" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "content_type" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "bytes" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "storage_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "disconnected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "evidence" jsonb;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "login_id" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "opted_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "first_message_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "delivered_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "read_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "unreachable_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "profile_read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "source_url" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "uploaded_by" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "latest_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "thread_owner" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "payload" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "unsent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "problem" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "attempted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_shop_id_message_id_messages_shop_id_id_fk" FOREIGN KEY ("shop_id","message_id") REFERENCES "public"."messages"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_references" ADD CONSTRAINT "chat_references_shop_id_contact_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_references" ADD CONSTRAINT "chat_references_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_references" ADD CONSTRAINT "chat_references_shop_id_used_by_identities_shop_id_id_fk" FOREIGN KEY ("shop_id","used_by") REFERENCES "public"."identities"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_shop_id_kept_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","kept_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_shop_id_merged_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","merged_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "early_changes" ADD CONSTRAINT "early_changes_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facebook_logins" ADD CONSTRAINT "facebook_logins_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_imports" ADD CONSTRAINT "history_imports_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_items" ADD CONSTRAINT "inbound_items_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_templates" ADD CONSTRAINT "message_templates_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messenger_pages" ADD CONSTRAINT "messenger_pages_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messenger_pages" ADD CONSTRAINT "messenger_pages_shop_id_connected_by_members_shop_id_id_fk" FOREIGN KEY ("shop_id","connected_by") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messenger_profiles" ADD CONSTRAINT "messenger_profiles_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personas" ADD CONSTRAINT "personas_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personas" ADD CONSTRAINT "personas_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_merges_shop_id_kept_id_index" ON "contact_merges" USING btree ("shop_id","kept_id");--> statement-breakpoint
CREATE INDEX "facebook_logins_facebook_user_id_index" ON "facebook_logins" USING btree ("facebook_user_id");--> statement-breakpoint
CREATE INDEX "history_imports_shop_id_channel_id_started_at_index" ON "history_imports" USING btree ("shop_id","channel_id","started_at");--> statement-breakpoint
CREATE INDEX "inbound_items_shop_id_state_created_at_index" ON "inbound_items" USING btree ("shop_id","state","created_at");--> statement-breakpoint
CREATE INDEX "messenger_pages_facebook_user_id_index" ON "messenger_pages" USING btree ("facebook_user_id");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_shop_id_uploaded_by_members_shop_id_id_fk" FOREIGN KEY ("shop_id","uploaded_by") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_shop_per_page" ON "channels" USING btree ("external_id") WHERE kind = 'messenger' and disconnected_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_identity_per_login" ON "identities" USING btree ("channel_id","login_id") WHERE login_id is not null;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_shop_id_id_unique" UNIQUE("shop_id","id");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_position_unique" UNIQUE("message_id","position");--> statement-breakpoint
CREATE POLICY "tenant" ON "reactions" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "chat_references" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "contact_merges" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "early_changes" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "facebook_logins" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "history_imports" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "inbound_items" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "message_templates" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "messenger_pages" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "messenger_profiles" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "personas" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());