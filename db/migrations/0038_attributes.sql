CREATE TABLE "attributes" (
	"shop_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"signed" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attributes_identity_id_name_pk" PRIMARY KEY("identity_id","name")
);
--> statement-breakpoint
ALTER TABLE "attributes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attributes" ADD CONSTRAINT "attributes_shop_id_identity_id_identities_shop_id_id_fk" FOREIGN KEY ("shop_id","identity_id") REFERENCES "public"."identities"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "attributes" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
ALTER TABLE "attributes" FORCE ROW LEVEL SECURITY;
