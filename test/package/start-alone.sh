#!/bin/sh
# Starts the unpacked archive as somebody who has nothing, asks for its first page, and ends it.
set -eu
folder=$1
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
become=
if [ "$(id -u)" = 0 ]; then
  ip link set lo up
  chown 65534 "$data"
  become="setpriv --reuid=65534 --regid=65534 --clear-groups"
fi
cd "$data"
port=4793
run() {
  exec $become env -i SKILLNAD_DATA="$data/kept" PORT=$port "$folder/bin/skillnad" "$@"
}
# Asked for by the Node that came along: the machine may have nothing else that can.
asked() {
  "$folder/runtime/bin/node" -e 'fetch(process.argv[1]).then(async (r) => console.log(await r.text()), () => process.exit(1))' \
    "http://127.0.0.1:$port/"
}
run start >"$data/said" 2>&1 &
for try in $(seq 300); do
  grep -q "serves at" "$data/said" && break
  kill -0 $! 2>/dev/null || break
  sleep 0.2
done
cat "$data/said"
asked
code=0
(run doctor) || code=$?
echo "doctor beside the running one: $code"
kill $!
wait $! || true
code=0
(run doctor) || code=$?
echo "doctor of the stopped one: $code"
