#!/usr/bin/env bash
# Makes sure this computer has what Carnet needs from its system, and says the one line to type where it may not.
#
#   system-libraries.sh PURPOSE…      python · window · tests · package
#
# It looks for the libraries and programs themselves, not for package names, so it is right wherever they came from.
# With INSTALL=no it installs nothing.
set -euo pipefail

[ "$(uname -s)" = Linux ] || exit 0
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
PYTHON="${PYTHON:-python3}"
libraries="$(ldconfig -p 2>/dev/null || true)"
missing=()

library() { [[ "$libraries" == *"$1 "* ]] || missing+=("$2"); }
program() { command -v "$1" >/dev/null || missing+=("$2"); }
module() { "$1" -c "import $2" 2>/dev/null || missing+=("$3"); }

# The package names are those of Debian 12 and Ubuntu 24.04; apt finds the ones that now end in t64 by itself.
python() {
  program "$PYTHON" python3
  local versioned
  versioned="$(basename "$PYTHON" | grep -x 'python3\.[0-9]*' || echo python3)"
  module "$PYTHON" "ensurepip, venv" "$versioned-venv"
}

window() {
  library libGL.so.1 libgl1
  library libEGL.so.1 libegl1
  library libdbus-1.so.3 libdbus-1-3
  library libfontconfig.so.1 libfontconfig1
  library libfreetype.so.6 libfreetype6
  library libgthread-2.0.so.0 libglib2.0-0
  library libwayland-client.so.0 libwayland-client0
  library libwayland-cursor.so.0 libwayland-cursor0
  library libX11.so.6 libx11-6
  library libX11-xcb.so.1 libx11-xcb1
  library libxcb-cursor.so.0 libxcb-cursor0
  library libxcb-icccm.so.4 libxcb-icccm4
  library libxcb-image.so.0 libxcb-image0
  library libxcb-keysyms.so.1 libxcb-keysyms1
  library libxcb-randr.so.0 libxcb-randr0
  library libxcb-render-util.so.0 libxcb-render-util0
  library libxcb-shape.so.0 libxcb-shape0
  library libxcb-xkb.so.1 libxcb-xkb1
  library libxkbcommon.so.0 libxkbcommon0
  library libxkbcommon-x11.so.0 libxkbcommon-x11-0
  library libcups.so.2 libcups2
}

tests() {
  window
  program Xvfb xvfb
  program setxkbmap x11-xkb-utils
  program dbus-run-session dbus
  program openbox openbox
  program age age
  program pdftotext poppler-utils
  program qpdf qpdf
  # What a program asks of the system is written down by the one; the other builds what lets a disk fail.
  program strace strace
  program gcc "gcc libc6-dev"
  # Debian's own Python is the only one that sees the accessibility bindings.
  module /usr/bin/python3 pyatspi python3-pyatspi
  compgen -G "/usr/lib*/at-spi*bus-launcher" >/dev/null ||
    compgen -G "/usr/lib*/at-spi2-core/at-spi-bus-launcher" >/dev/null || missing+=(at-spi2-core)
}

package() {
  window
  program objdump binutils
  "$PYTHON" - <<'FIND' 2>/dev/null || missing+=("$("$PYTHON" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')")
import ctypes, pathlib, sysconfig
name = sysconfig.get_config_var("INSTSONAME")
if not pathlib.Path(sysconfig.get_config_var("LIBDIR"), name).exists():
    ctypes.CDLL(name)
FIND
}

for purpose in "$@"; do "$purpose"; done
[ ${#missing[@]} -gt 0 ] || exit 0

read -ra missing <<<"$(printf '%s\n' "${missing[@]}" | sort -u | tr '\n' ' ')"
line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null; then line="sudo sh -c '$line'"; else line="su - -c '$line'"; fi
fi

if [ "$(id -u)" = 0 ]; then root=(); else root=(sudo -n); fi
if ! command -v apt-get >/dev/null; then
  # Another family of systems: the names differ, the things do not.
  echo "Carnet needs these from your system's package manager (Debian's names): ${missing[*]}" >&2
  exit 1
fi
if [ "${INSTALL:-yes}" = no ] || { [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; }; then
  printf 'Carnet needs something from your system. Type this line, then try again:\n\n  %s\n\n' "$line" >&2
  exit 1
fi

echo "Installing from your system's own packages: ${missing[*]}"
apt() { "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" </dev/null 2>&1; }
# An unreachable list of somebody else's packages is no reason to stop: the installation says whether it went well.
apt update >/dev/null || true
if ! said="$(apt install -y --no-install-recommends "${missing[@]}")"; then
  printf '%s\nThat did not work. The line to type, once the cause is gone:\n\n  %s\n\n' "$said" "$line" >&2
  exit 1
fi
