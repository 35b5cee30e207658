/** Where the server listens: a socket in a closed folder, or (Windows) a port of this machine only. */
export type ListeningPlace =
  | { readonly kind: "socket"; readonly folder: string }
  | { readonly kind: "loopback"; readonly port: number };

export type ClusterSettings = {
  readonly place: ListeningPlace;
  /** `false` for what may be lost when the power goes: tests and throw-away data. */
  readonly isDurable: boolean;
};

/** The whole of `postgresql.conf`, written anew at every start. */
export function renderConfiguration({ place, isDurable }: ClusterSettings): string {
  const lines = {
    ...(place.kind === "socket"
      ? {
          listen_addresses: "",
          // A list in a text: the inner quotes let the path hold commas and blanks.
          unix_socket_directories: `"${place.folder.replaceAll('"', '""')}"`,
          unix_socket_permissions: "0700",
        }
      : { listen_addresses: "127.0.0.1", port: String(place.port) }),
    password_encryption: "scram-sha-256",

    // Small when idle: one machine serves the whole program.
    shared_buffers: "32MB",
    max_connections: "40",
    huge_pages: "off",
    io_method: "sync",
    max_logical_replication_workers: "0",
    max_wal_senders: "0",
    max_worker_processes: "1",
    max_parallel_workers: "0",
    jit: "off",
    min_wal_size: "32MB",
    max_wal_size: "256MB",

    // Nothing of what a case says may reach the log: neither statements nor the rows that failed.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    // When, which process, and what it is for: `postmaster`, `client backend` …
    log_line_prefix: "%m [%p] %b ",

    timezone: "UTC",
    log_timezone: "UTC",
    ...(isDurable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name} = '${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'\n`)
    .join("");
}

/** The whole of `pg_hba.conf`: a password from everybody, the operating system's word from nobody. */
export function renderAccessRules({ place }: ClusterSettings): string {
  return place.kind === "socket"
    ? "local all all scram-sha-256\n"
    : "host all all 127.0.0.1/32 scram-sha-256\n";
}
