CREATE TABLE "bulk_change_rows" (
	"shop_id" uuid NOT NULL,
	"bulk_change_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"problem" text,
	"params" jsonb,
	CONSTRAINT "bulk_change_rows_bulk_change_id_conversation_id_pk" PRIMARY KEY("bulk_change_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "bulk_change_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"by_member_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"changed" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"undone" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"stopped_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"read" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_changes_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "bulk_change_rows" ADD CONSTRAINT "bulk_change_rows_shop_id_bulk_change_id_bulk_changes_shop_id_id_fk" FOREIGN KEY ("shop_id","bulk_change_id") REFERENCES "public"."bulk_changes"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_change_rows" ADD CONSTRAINT "bulk_change_rows_shop_id_conversation_id_conversations_shop_id_id_fk" FOREIGN KEY ("shop_id","conversation_id") REFERENCES "public"."conversations"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_change_rows_of_conversation" ON "bulk_change_rows" USING btree ("shop_id","conversation_id");--> statement-breakpoint
CREATE INDEX "bulk_changes_by_member" ON "bulk_changes" USING btree ("shop_id","by_member_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "bulk_change_rows" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "bulk_changes" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "bulk_changes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "bulk_change_rows" FORCE ROW LEVEL SECURITY;
