# Sourced by Scripts/run and Scripts/test: makes sure that what the build needs is installed.
# shellcheck shell=bash

say() { printf 'seiscope: %s\n' "$*" >&2; }
stop() { say "$*"; exit 69; }

swift_minimum=6.2
onednn_major=2
onednn_header=oneapi/dnnl/dnnl_version.h

# Debian's names, with what each is for.
build_packages=(
  libncursesw5-dev # the terminal
  libdnnl-dev      # oneDNN: the network's convolutions and dense layers
  libopenblas-dev  # LAPACK: the eigenvectors of the latent space
  libpng-dev       # libpng: pictures of films
  libzip-dev       # reads the .npz archives that other people's programs write
  zlib1g-dev       # the checksums of those that we write
)

needs_sentence() {
  local IFS=,
  printf 'Swift %s or newer, ncurses (wide characters), oneDNN %s.x, OpenBLAS, libpng, libzip and zlib, on Debian 12 (%s)' \
    "$swift_minimum" "$onednn_major" "${build_packages[*]}"
}

check_swift() {
  command -v swift >/dev/null || stop "no 'swift' on the PATH: install Swift $swift_minimum or newer from https://www.swift.org/install"
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
  if [ "$(printf '%s\n%s\n' "$swift_minimum" "$version" | sort -V | head -n 1)" != "$swift_minimum" ]; then
    stop "Swift $version is too old: install Swift $swift_minimum or newer from https://www.swift.org/install"
  fi
}

check_system() {
  local id='' version=''
  if [ -r /etc/os-release ]; then
    id=$(. /etc/os-release && printf '%s' "${ID:-}")
    version=$(. /etc/os-release && printf '%s' "${VERSION_ID:-}")
  fi
  if [ "$id" != debian ] || [ "${version%%.*}" != 12 ]; then
    stop "this system (${id:-unknown} ${version}) is not set up by this script: it takes $(needs_sentence); set SEISCOPE_SKIP_SETUP=1 once they are there."
  fi
}

install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "cannot install ${missing[*]} without root: run 'apt-get install ${missing[*]}' as root first"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq >&2 || say "apt-get update failed; trying with the package lists at hand"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    stop "could not install ${missing[*]}: see apt's message above"
}

check_onednn() {
  local major
  major=$(printf '#include <%s>\nSEISCOPE_MAJOR DNNL_VERSION_MAJOR\n' "$onednn_header" |
    clang -E -x c - 2>/dev/null | sed -n 's/^SEISCOPE_MAJOR //p')
  [ -n "$major" ] || stop "oneDNN's headers are missing: install libdnnl-dev"
  [ "$major" = "$onednn_major" ] ||
    stop "found oneDNN $major.x, whose interface differs: this program needs oneDNN $onednn_major.x, as Debian 12's libdnnl-dev"
}

# set_up [PACKAGE...]: everything for a build, and the further packages named.
set_up() {
  check_swift
  if [ -z "${SEISCOPE_SKIP_SETUP:-}" ]; then
    check_system
    install_missing "${build_packages[@]}" "$@"
  fi
  check_onednn
}
