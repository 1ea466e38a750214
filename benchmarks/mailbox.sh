#!/bin/sh
# Starts a Dovecot with mailboxes of its own and measures reading them: benchmarks/mailbox.sh
# Needs Debian's dovecot-imapd, and to be root, so that Dovecot can be its own users.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
home=$(mktemp -d)
port=${PORT:-14333}
chmod 755 "$home"
cat >"$home/dovecot.conf" <<CONF
protocols = imap
base_dir = $home/run
state_dir = $home/state
log_path = $home/log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:$home/mail/%u
mail_max_userip_connections = 100
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $port
  }
}
passdb {
  driver = static
  args = password=open-sesame
}
userdb {
  driver = static
  args = uid=dovecot gid=dovecot home=$home/mail/%u
}
namespace inbox {
  inbox = yes
}
CONF
box() {
  mkdir -p "$home/mail/$1/new" "$home/mail/$1/cur" "$home/mail/$1/tmp"
}
mails() {
  box "$1"
  awk -v n="$2" -v to="$home/mail/$1/new/" 'BEGIN { for (i = 0; i < n; i++) {
    f = to "1700000000.M" i ".load"; t = "A line of text that says something about application " i ".\r\n";
    printf "Message-ID: <%d@load.example>\r\nFrom: Office %d <hr%d@load.example>\r\nTo: jo@home.example\r\nSubject: Mail %d\r\nDate: Tue, 10 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n", i, i % 50, i % 50, i > f;
    for (l = 0; l < 20; l++) printf "%s", t > f;
    printf "\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>" > f;
    for (l = 0; l < 20; l++) printf "<p>%s</p>", t > f;
    printf "</body></html>\r\n--x--\r\n" > f; close(f) } }'
}
mails small 1
mails many 5000
for number in 0 1 2 3 4 5 6 7 8 9; do mails "idle$number" 1; done
box large
{
  printf 'Message-ID: <large@load.example>\r\nFrom: a@load.example\r\nSubject: Large\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--x\r\nContent-Type: application/pdf; name=file.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  head -c 38000000 /dev/urandom | base64 -w 76 | sed 's/$/\r/'
  printf '\r\n--x--\r\n'
} >"$home/mail/large/new/1700000000.M1.load"
chown -R dovecot:dovecot "$home/mail"
dovecot -F -c "$home/dovecot.conf" >"$home/out" 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" || true; rm -rf "$home"' EXIT
sleep 1
"$root/benchmarks/run.sh" MailboxLoad "$port"
