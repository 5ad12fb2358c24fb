#!/usr/bin/env bash
# Shows the built program working on a clean Debian 12 that holds nothing of this computer: the whole main job
# without a screen, then the window, photographed. Needs root, debootstrap and Xvfb. Leaves its evidence in build/.
set -euo pipefail
cd "$(dirname "$0")/../.."

stop() { echo "$1" >&2; exit 1; }
[ "$(uname -s)" = Linux ] || stop "This trial needs Linux."
[ "$(id -u)" = 0 ] || stop "This trial needs root, for debootstrap and chroot."
[ -x dist/carnet/carnet ] || stop "There is no dist/carnet yet: make package."
for tool in debootstrap Xvfb; do
  command -v "$tool" >/dev/null || stop "Type this, then try again: apt-get install -y debootstrap xvfb"
done

# Mounts live and die with this process, so nothing of this computer can be left inside the folder.
[ "${1:-}" = inside ] || exec unshare --mount "$0" inside

suite=bookworm
mirror="$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
  awk -v suite="$suite" '$1 == suite && $2 == "main" { print $3; exit }')"
[ -n "$mirror" ] || stop "This computer's package sources know no Debian 12."

clean="build/chroot"
picture="build/window-in-chroot.png"
rm -rf --one-file-system "$clean"
mkdir -p build
echo "A clean Debian 12 in $clean…"
debootstrap --variant=minbase "$suite" "$clean" "$mirror" >build/debootstrap.log || stop "See build/debootstrap.log."
mount -t proc proc "$clean/proc"
mount -t tmpfs tmpfs "$clean/dev/shm"

there() { chroot "$clean" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
there DEBIAN_FRONTEND=noninteractive sh -c \
  'apt-get update -qq && apt-get install -qq -y --no-install-recommends libgl1 libegl1' >build/chroot-apt.log 2>&1
mkdir -p "$clean/opt"
cp -a dist/carnet "$clean/opt/carnet"
echo "It holds $(there dpkg-query -f '.\n' -W | wc -l) packages: the smallest Debian, libgl1 and libegl1. No Python:"
there sh -c 'command -v python3 || echo "  python3: none"'

echo
echo "carnet demo:"
there /opt/carnet/carnet demo /root/demo
echo
echo "What it wrote:"
(cd "$clean/root/demo" && find . -type f -printf '  %10s  %p\n')

echo
screen="$(mktemp -d)"
exec 7< <(exec Xvfb -displayfd 1 -screen 0 1366x768x24 -fbdir "$screen" -nolisten tcp -ac 2>/dev/null)
server=$!
read -r display <&7
there DISPLAY=":$display" QT_QPA_PLATFORM=xcb /opt/carnet/carnet >build/window-in-chroot.log 2>&1 &
window=$!
trap 'kill $window $server 2>/dev/null; rm -rf "$screen"' EXIT

shown=no
for _ in $(seq 60); do
  sleep 0.5
  kill -0 $window 2>/dev/null || break
  .venv/bin/python installer/linux/framebuffer.py "$screen/Xvfb_screen0" "$picture" && { shown=yes; break; }
done
if [ $shown = yes ]; then
  sleep 2
  .venv/bin/python installer/linux/framebuffer.py "$screen/Xvfb_screen0" "$picture"
  echo "carnet showed its window: $picture"
else
  cat build/window-in-chroot.log >&2
  stop "carnet showed no window."
fi
