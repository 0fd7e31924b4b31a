-- The page to which a popup of before goes back is forgotten too: at once where the popup is over, else by the same job
-- that forgets that of every later one.
ALTER TABLE connect_requests NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE connect_requests SET return_to = NULL
WHERE return_to IS NOT NULL AND (completed_at IS NOT NULL OR expires_at + interval '1 hour' < now());
--> statement-breakpoint
SELECT queue_job('forgetReturn', json_build_object('shopId', shop_id, 'requestId', id), expires_at + interval '1 hour')
FROM connect_requests WHERE return_to IS NOT NULL;
--> statement-breakpoint
ALTER TABLE connect_requests FORCE ROW LEVEL SECURITY;
