-- Takes jobs off the queue whose work is done already. One that a worker has begun stays, and does it again.
CREATE FUNCTION forget_jobs(keys text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM graphile_worker._private_jobs WHERE key = ANY (keys) AND locked_at IS NULL;
  END $$;
