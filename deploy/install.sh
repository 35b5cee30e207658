#!/bin/sh
# Installs Skillnad from the folder that this file stands in, without a network. Run again as often as
# you like: what is there already is left as it is. A newer version is put beside the older one.
#
#   sudo ./install.sh [--backup-is-taken]
set -eu
umask 022

program=/opt/skillnad
state=/var/lib/skillnad
settings=/etc/skillnad/skillnad.env
command=/usr/local/bin/skillnad
unit=/etc/systemd/system/skillnad.service

refuse() {
  echo "install.sh: $1" >&2
  exit 1
}

isBackupTaken=no
for word in "$@"; do
  case $word in
    --backup-is-taken) isBackupTaken=yes ;;
    *) refuse "$word is unknown here. Run: sudo ./install.sh [--backup-is-taken]" ;;
  esac
done

from=$(dirname -- "$(readlink -f -- "$0")")
[ -f "$from/VERSION" ] || refuse "this is not an unpacked archive of Skillnad: VERSION is missing."
version=$(cat "$from/VERSION")

[ "$(id -u)" = 0 ] || refuse "it makes a user and a service, so it must be run as root: sudo ./install.sh"
[ "$(uname -s)" = Linux ] || refuse "this archive is for Linux."
[ "$(uname -m)" = x86_64 ] || refuse "this archive is for x86_64, and this machine is $(uname -m)."
for tool in sha256sum getent setpriv; do
  command -v "$tool" >/dev/null || refuse "«$tool» is missing on this machine."
done
(cd "$from" && sha256sum --check --quiet SHA256SUMS >/dev/null 2>&1) ||
  refuse "files of the archive are missing or changed. Fetch and unpack it again."
"$from/runtime/bin/node" --version >/dev/null 2>&1 ||
  refuse "its Node does not start on this machine; Linux with glibc 2.28 or newer is needed, such as Debian 12."

old=$(readlink "$program/current" 2>/dev/null || true)
old=${old##*/}
if [ -n "$old" ] && [ "$old" != "$version" ] && [ -e "$state/data/skillnad.json" ] && [ "$isBackupTaken" = no ]; then
  refuse "version $old has data. Take a backup first (skillnad backup --help), then: sudo ./install.sh --backup-is-taken"
fi

place=$program/$version
if [ -e "$place" ]; then
  cmp -s "$from/SHA256SUMS" "$place/SHA256SUMS" ||
    refuse "$place holds another build of $version. Move it away and run this again."
  echo "Version $version is in $place already."
else
  mkdir -p "$program"
  rm -rf "$place.unfinished"
  cp -R "$from" "$place.unfinished"
  chown -R root:root "$place.unfinished"
  chmod -R u+rwX,go+rX,go-w "$place.unfinished"
  mv "$place.unfinished" "$place"
  echo "Version $version is in $place."
fi

if ! getent passwd skillnad >/dev/null; then
  command -v useradd >/dev/null || refuse "there is no user skillnad, and no useradd to make it. Make the system user skillnad and run this again."
  useradd --system --user-group --home-dir "$state" --no-create-home --shell /usr/sbin/nologin skillnad
  echo "Made the user skillnad."
fi
mkdir -p "$state"
chown skillnad: "$state"
chmod 0700 "$state"
mkdir -p "${settings%/*}"
if [ ! -e "$settings" ]; then
  cp "$place/deploy/skillnad.env" "$settings"
  echo "Settings are in $settings."
fi
chown root:skillnad "${settings%/*}" "$settings"
chmod 0750 "${settings%/*}"
chmod 0640 "$settings"

# In one step: there is no moment without a program.
ln -sfn "$version" "$program/current.new"
mv -T "$program/current.new" "$program/current"
mkdir -p "${command%/*}"
cp "$place/deploy/run-as-skillnad" "$command"
chmod 0755 "$command"

if [ -d /run/systemd/system ]; then
  cp "$place/deploy/skillnad.service" "$unit"
  systemctl daemon-reload
  if systemctl is-active --quiet skillnad; then
    systemctl restart skillnad
    echo "The service runs version $version now."
  fi
  next="  2. systemctl enable --now skillnad"
else
  echo "There is no systemd here, so no service was made."
  next="  2. Start it, and let whatever starts services here do so: skillnad start"
fi

if [ -n "$old" ] && [ "$old" != "$version" ]; then
  echo "Version $old is kept in $program/$old. Its data is now the newer version's: going back takes the backup too."
  exit 0
fi
echo "
What to do next:
  1. Look through $settings
$next
  3. sudo skillnad doctor
  4. Open the address that the first start tells, and begin there. A service tells it to: journalctl --unit skillnad
How to run it day by day: $program/current/docs/drift/"
