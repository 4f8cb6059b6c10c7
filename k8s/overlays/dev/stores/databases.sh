# Run once, when the volume is new.
for service in auth upload; do
  secret=$(printenv "$(echo "$service" | tr a-z A-Z)_PASSWORD")
  psql -v ON_ERROR_STOP=1 -v role="finflow_$service" -v secret="$secret" --username postgres <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'secret';
CREATE DATABASE :"role" OWNER :"role";
SQL
done
