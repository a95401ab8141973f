# Sourced: starts a PostgreSQL cluster of our own on a free port, not as root. Sets $pg_port; pg_stop ends it.
# Usage: pg_start SETTING... , such as fsync=off
. "$(dirname "${BASH_SOURCE[0]}")/ports.sh"

pg_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

pg_start() {
    local setting options=
    pg_folder=$(mktemp -d /tmp/interdiction-pg-XXXXXX)
    pg_user=()
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$pg_folder"
        pg_user=(runuser -u postgres --)
    fi
    pg_port=$(free_port)
    for setting in "$@"; do options+=" -c $setting"; done
    (
        cd /
        "${pg_user[@]}" "$(pg_bin)/initdb" -D "$pg_folder/data" -U interdiction -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
            "${pg_user[@]}" "$(pg_bin)/pg_ctl" -D "$pg_folder/data" -w -l "$pg_folder/data/log" \
                -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_folder -c max_connections=200 $options" start
    ) >"$pg_folder.log" 2>&1 || { cat "$pg_folder.log" >&2; return 1; }
    rm -f "$pg_folder.log"
}

pg_stop() {
    [ -n "${pg_folder:-}" ] || return 0
    "${pg_user[@]}" "$(pg_bin)/pg_ctl" -D "$pg_folder/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$pg_folder"
}
