CREATE TABLE "message_wordings" (
	"shop_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"body" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "message_wordings_message_id_until_pk" PRIMARY KEY("message_id","until")
);
--> statement-breakpoint
ALTER TABLE "message_wordings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "message_wordings" ADD CONSTRAINT "message_wordings_shop_id_message_id_messages_shop_id_id_fk" FOREIGN KEY ("shop_id","message_id") REFERENCES "public"."messages"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_wordings_of" ON "message_wordings" USING btree ("shop_id","message_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "message_wordings" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "message_wordings" FORCE ROW LEVEL SECURITY;
