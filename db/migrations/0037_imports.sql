CREATE TABLE "import_lines" (
	"shop_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"problem" text NOT NULL,
	"about" integer,
	CONSTRAINT "import_lines_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
ALTER TABLE "import_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"by_member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"digest" text NOT NULL,
	"total" integer NOT NULL,
	"columns" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"fresh" integer DEFAULT 0 NOT NULL,
	"joined" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"stopped_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"file_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_shop_id_id_unique" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "import_lines" ADD CONSTRAINT "import_lines_shop_id_import_id_imports_shop_id_id_fk" FOREIGN KEY ("shop_id","import_id") REFERENCES "public"."imports"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_shop_id_by_member_id_members_shop_id_id_fk" FOREIGN KEY ("shop_id","by_member_id") REFERENCES "public"."members"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_shop_id_import_id_imports_shop_id_id_fk" FOREIGN KEY ("shop_id","import_id") REFERENCES "public"."imports"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_shop_id_import_id_imports_shop_id_id_fk" FOREIGN KEY ("shop_id","import_id") REFERENCES "public"."imports"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_by_email" ON "contacts" USING btree ("shop_id","email");--> statement-breakpoint
CREATE INDEX "contacts_by_import" ON "contacts" USING btree ("shop_id","import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "import_lines" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
CREATE POLICY "tenant" ON "imports" AS PERMISSIVE FOR ALL TO public USING (shop_id = app_shop_id()) WITH CHECK (shop_id = app_shop_id());--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
ALTER TABLE "imports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_lines" FORCE ROW LEVEL SECURITY;
