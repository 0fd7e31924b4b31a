CREATE TABLE "digests" (
	"shop_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"hour" smallint,
	"time_zone" text NOT NULL,
	"mailed_on" date,
	CONSTRAINT "digests_shop_id_member_id_pk" PRIMARY KEY("shop_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_failed" ON "messages" USING btree ("shop_id","created_at") WHERE delivery = 'failed';--> statement-breakpoint
CREATE POLICY "tenant" ON "digests" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "digests" FORCE ROW LEVEL SECURITY;
