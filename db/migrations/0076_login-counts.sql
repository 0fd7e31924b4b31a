CREATE TABLE "login_counts" (
	"shop_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"day" date NOT NULL,
	"logins" integer NOT NULL,
	"allowed" integer NOT NULL,
	CONSTRAINT "login_counts_channel_id_day_pk" PRIMARY KEY("channel_id","day")
);
--> statement-breakpoint
ALTER TABLE "login_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "login_counts" ADD CONSTRAINT "login_counts_shop_id_channel_id_channels_shop_id_id_fk" FOREIGN KEY ("shop_id","channel_id") REFERENCES "public"."channels"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "login_counts" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "login_counts" FORCE ROW LEVEL SECURITY;
