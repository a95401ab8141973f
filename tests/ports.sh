# Sourced: free_port prints a port that nobody listens on, below the range that outgoing connections are given.

free_port() {
    local port
    port=$(shuf -i 20000-29999 -n 1)
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$(shuf -i 20000-29999 -n 1); done
    echo "$port"
}
