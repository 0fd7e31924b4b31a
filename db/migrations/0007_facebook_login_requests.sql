CREATE TABLE "facebook_login_requests" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"sealed_verifier" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "facebook_login_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "facebook_login_requests" ADD CONSTRAINT "facebook_login_requests_shop_id_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "facebook_login_requests_shop_id_member_id_index" ON "facebook_login_requests" USING btree ("shop_id","member_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "facebook_login_requests" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
ALTER TABLE "facebook_login_requests" FORCE ROW LEVEL SECURITY;
