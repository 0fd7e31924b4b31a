CREATE TABLE "installation" (
	"id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
INSERT INTO "installation" (id) VALUES (gen_random_uuid());
--> statement-breakpoint
CREATE UNIQUE INDEX installation_one ON "installation" ((true));
