#!/bin/sh
# Installs the unpacked archive in a throw-away copy of this machine: what is written lands in memory.
# Run in a mount namespace of its own.
set -eu
folder=$1
# Takes the address of the first start, and makes the first case: on this machine, beside the copy.
first_case=$2
node=$3
ip link set lo up
copy=$(mktemp -d)
mount -t tmpfs tmpfs "$copy"
mkdir "$copy/root" "$copy/archive"
cp -R "$folder/." "$copy/archive"
# The machine's own programs to read, and everything that it writes anew.
for each in usr bin sbin lib lib64 dev proc; do
  [ -e "/$each" ] || continue
  if [ -L "/$each" ]; then
    ln -s "$(readlink "/$each")" "$copy/root/$each"
  else
    mkdir "$copy/root/$each"
    mount --rbind "/$each" "$copy/root/$each"
  fi
done
mkdir -p "$copy/root/etc" "$copy/root/tmp" "$copy/root/var/lib" "$copy/root/run" "$copy/root/archive"
mount -t tmpfs tmpfs "$copy/root/usr/local"
cp /etc/passwd /etc/group /etc/shadow /etc/login.defs /etc/ld.so.cache "$copy/root/etc/"
cp -R /etc/pam.d /etc/security "$copy/root/etc/" 2>/dev/null || true
chmod 1777 "$copy/root/tmp"
mount --bind "$copy/archive" "$copy/root/archive"
inside() {
  exec chroot "$copy/root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
(inside /archive/install.sh 2>&1)
inside /usr/local/bin/skillnad start >"$copy/said" 2>&1 &
for try in $(seq 300); do
  grep -q "serves at" "$copy/said" && break
  kill -0 $! 2>/dev/null || break
  sleep 0.2
done
cat "$copy/said"
"$node" "$first_case" "$(sed -n 's/.*Begin at //p' "$copy/said")" 2>&1 || true
code=0
(inside /usr/local/bin/skillnad doctor 2>&1) || code=$?
echo "doctor: $code"
kill $!
wait $! || true
echo ====
(inside /archive/install.sh 2>&1)
echo ====
# The same program under a later number.
echo 99.0.0 >"$copy/archive/VERSION"
(cd "$copy/archive" && grep -v '  VERSION$' SHA256SUMS >sums && sha256sum VERSION >>sums && mv sums SHA256SUMS)
(inside /archive/install.sh 2>&1) || true
echo ====
(inside /archive/install.sh --backup-is-taken 2>&1)
ls -l "$copy/root/opt/skillnad"
echo ====
echo broken >>"$copy/archive/package.json"
(inside /archive/install.sh 2>&1) || true
