CREATE TABLE "sandbox_controls" (
	"id" integer PRIMARY KEY NOT NULL,
	"clock_offset" bigint DEFAULT 0 NOT NULL,
	"failures" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"delivery" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"offline" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_files" (
	"id" text PRIMARY KEY NOT NULL,
	"page_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"reusable" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_grants" (
	"person_id" text PRIMARY KEY NOT NULL,
	"scopes" text[] NOT NULL,
	"declined" text[] NOT NULL,
	"targets" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_messages" (
	"mid" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sandbox_messages_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" uuid NOT NULL,
	"sender" text NOT NULL,
	"persona_id" text,
	"body" jsonb NOT NULL,
	"reply_to" text,
	"person_reaction" text,
	"page_reaction" text,
	"edits" integer DEFAULT 0 NOT NULL,
	"unsent_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_page_roles" (
	"person_id" text NOT NULL,
	"page_id" text NOT NULL,
	"tasks" text[] NOT NULL,
	CONSTRAINT "sandbox_page_roles_person_id_page_id_pk" PRIMARY KEY("person_id","page_id")
);
--> statement-breakpoint
CREATE TABLE "sandbox_page_subscriptions" (
	"page_id" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"fields" text[] NOT NULL,
	"failing_since" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sandbox_pages" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"followers" integer DEFAULT 0 NOT NULL,
	"hue" integer DEFAULT 250 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_personas" (
	"id" text PRIMARY KEY NOT NULL,
	"page_id" text NOT NULL,
	"name" text NOT NULL,
	"picture_url" text NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sandbox_profiles" (
	"page_id" text PRIMARY KEY NOT NULL,
	"profile" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_subscriptions" (
	"object" text PRIMARY KEY NOT NULL,
	"callback_url" text NOT NULL,
	"verify_token" text NOT NULL,
	"fields" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"page_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"category" text NOT NULL,
	"components" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sandbox_templates_page_id_name_language_unique" UNIQUE("page_id","name","language")
);
--> statement-breakpoint
CREATE TABLE "sandbox_threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"page_id" text NOT NULL,
	"person_id" text NOT NULL,
	"psid" text NOT NULL,
	"window_expires_at" timestamp with time zone,
	"last_person_at" timestamp with time zone,
	"opted_in_at" timestamp with time zone,
	"login_message_at" timestamp with time zone,
	"blocked_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"page_read_at" timestamp with time zone,
	"typing_until" timestamp with time zone,
	"pending_ref" text,
	"owner_app_id" text,
	"owner_until" timestamp with time zone,
	"folder" text DEFAULT 'inbox' NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sandbox_threads_psid_unique" UNIQUE("psid"),
	CONSTRAINT "sandbox_threads_page_id_person_id_unique" UNIQUE("page_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sandbox_webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"items" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"next_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_wire" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox_wire_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"way" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"about" text,
	"who" text,
	"check_result" text NOT NULL,
	"status" integer NOT NULL,
	"code" text
);
--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ALTER COLUMN "expires_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_codes" ADD COLUMN "declined" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_codes" ADD COLUMN "targets" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "kind" text DEFAULT 'user' NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "page_id" text;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "declined" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "targets" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "long_lived" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "issued_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "data_access_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sandbox_tokens" ADD COLUMN "revoke_subcode" integer;--> statement-breakpoint
ALTER TABLE "sandbox_grants" ADD CONSTRAINT "sandbox_grants_person_id_sandbox_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."sandbox_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_messages" ADD CONSTRAINT "sandbox_messages_thread_id_sandbox_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."sandbox_threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_page_roles" ADD CONSTRAINT "sandbox_page_roles_person_id_sandbox_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."sandbox_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_page_roles" ADD CONSTRAINT "sandbox_page_roles_page_id_sandbox_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."sandbox_pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_page_subscriptions" ADD CONSTRAINT "sandbox_page_subscriptions_page_id_sandbox_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."sandbox_pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_personas" ADD CONSTRAINT "sandbox_personas_page_id_sandbox_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."sandbox_pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_profiles" ADD CONSTRAINT "sandbox_profiles_page_id_sandbox_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."sandbox_pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_templates" ADD CONSTRAINT "sandbox_templates_page_id_sandbox_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."sandbox_pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_threads" ADD CONSTRAINT "sandbox_threads_page_id_sandbox_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."sandbox_pages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_threads" ADD CONSTRAINT "sandbox_threads_person_id_sandbox_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."sandbox_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sandbox_messages_thread_id_seq_index" ON "sandbox_messages" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE INDEX "sandbox_threads_page_id_updated_at_index" ON "sandbox_threads" USING btree ("page_id","updated_at");--> statement-breakpoint
CREATE INDEX "sandbox_webhooks_state_next_at_index" ON "sandbox_webhooks" USING btree ("state","next_at");