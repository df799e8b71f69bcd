#!/bin/sh
# Checks this bundle with nothing but sha256sum, openssl (3.0 or newer) and awk:   sh verify.sh [AUTHORITIES.pem]
# Ends with 0 if everything holds. Compare the fingerprint it prints with what the makers of the bundle tell you.
# With the certificates of the timestamps' authorities as argument it checks the timestamps too.
set -u
cd "$(dirname "$0")" || exit 2
authorities=${1-}
faults=0
fault() { faults=$((faults + 1)); printf 'WRONG  %s\n' "$*"; }
part=$(mktemp -d) || exit 2
trap 'rm -rf "$part"' EXIT

# 1. The signature over the list of tag files, and through it over everything.
openssl pkeyutl -verify -pubin -inkey custody.pub -rawin -in tagmanifest-sha256.txt \
  -sigfile signature.ed25519 >/dev/null 2>&1 || fault 'the signature does not hold'

# 2. Every file that is listed, and none that is not.
sha256sum --check --quiet --strict tagmanifest-sha256.txt || fault 'a tag file was changed or is missing'
sha256sum --check --quiet --strict manifest-sha256.txt || fault 'a file was changed or is missing'
find . -type f | sed 's|^\./||' | LC_ALL=C sort >"$part/there"
{
  cut -c67- manifest-sha256.txt tagmanifest-sha256.txt
  printf '%s\n' tagmanifest-sha256.txt signature.ed25519
} | LC_ALL=C sort >"$part/listed"
comm -23 "$part/there" "$part/listed" >"$part/more"
[ -s "$part/more" ] && fault "not listed: $(tr '\n' ' ' <"$part/more")"

# 3. The chain of custody: each entry names the digest of the one before, and its own is that of its words.
log=data/custody/custody.jsonl
before=0000000000000000000000000000000000000000000000000000000000000000
number=0
closed=0
while IFS= read -r line; do
  number=$((number + 1))
  rest=${line##*\"digest\":\"}
  digest=${rest%%\"*}
  rest=${line##*\"previous\":\"}
  previous=${rest%%\"*}
  [ "$previous" = "$before" ] || { fault "custody entry $number does not follow the one before it"; break; }
  case $line in
    '{"v":'?',"closed":'"$number",*) closed=$((closed + 1)) ;;
    '{"v":'?',"sequence":'"$number",*)
      words=${line%,\"digest\":\"*}
      [ "$(printf '%s' "$words" | sha256sum | cut -c1-64)" = "$digest" ] ||
        { fault "custody entry $number was changed"; break; } ;;
    *) fault "custody entry $number is missing or out of order"; break ;;
  esac
  before=$digest
  last=$line
done <"$log"

# 4. The last entry's signature, which is over its digest and so over the whole chain.
case ${last-} in
  *'"signature":"'*)
    rest=${last##*\"signature\":\"}
    printf '%s\n' "${rest%%\"*}" | openssl base64 -d -A >"$part/sig"
    printf 'headwater custody 2\n%s\n%s\n%s\n' "$number" "$previous" "$digest" >"$part/signed"
    openssl pkeyutl -verify -pubin -inkey custody.pub -rawin -in "$part/signed" -sigfile "$part/sig" >/dev/null 2>&1 ||
      fault "the signature of custody entry $number does not hold" ;;
  *) fault 'the custody entries are not signed' ;;
esac

# 5. Timestamps, if somebody says which authorities to trust.
for stamp in data/timestamps/*.tsr; do
  [ -f "$stamp" ] || continue
  about=${stamp%.tsr}.json
  over=$(sed 's/.*"digest":"\([0-9a-f]*\)".*/\1/' "$about")
  grep -q "\"digest\":\"$over\"" "$log" || fault "$stamp is over no entry of this bundle"
  if [ -z "$authorities" ]; then
    echo "Not checked: $stamp (give the certificates of its authority: sh verify.sh AUTHORITIES.pem)"
  else
    openssl ts -verify -digest "$over" -in "$stamp" -CAfile "$authorities" >/dev/null 2>&1 || fault "$stamp does not hold"
  fi
done

printf 'Fingerprint of the key: %s\n' "$(openssl pkey -pubin -in custody.pub -outform DER 2>/dev/null | sha256sum | cut -c1-64)"
printf 'Last of %s custody entries (%s closed): %s\n' "$number" "$closed" "$before"
[ "$faults" -eq 0 ] || { printf '%s faults.\n' "$faults"; exit 1; }
echo 'Whole.'
