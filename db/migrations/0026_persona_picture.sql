ALTER TABLE "personas" ADD COLUMN "picture_url" text DEFAULT '' NOT NULL;
