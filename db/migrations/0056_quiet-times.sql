CREATE TABLE "quiet_times" (
	"shop_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"stretches" jsonb NOT NULL,
	CONSTRAINT "quiet_times_shop_id_member_id_pk" PRIMARY KEY("shop_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "quiet_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "quiet_times" ADD CONSTRAINT "quiet_times_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "quiet_times" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "quiet_times" FORCE ROW LEVEL SECURITY;
