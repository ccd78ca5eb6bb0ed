package dev.feedmill.library.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that runs a server, as other processes see it.
 *
 * @param pid process id
 * @param pidSpace within which process ids are comparable: one boot of a machine, one container; empty if unknown
 * @param address at which it listens
 */
public record LeaseHolder(String host, long pid, String pidSpace, String address) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PID_NAMESPACE = Path.of("/proc/self/ns/pid");

    /** This process. */
    public static LeaseHolder ofThisProcess(String address) {
        return new LeaseHolder(hostName(), ProcessHandle.current().pid(), ownPidSpace(), address);
    }

    /** Whether that process has certainly ended; only detectable in the same {@code pidSpace}. */
    boolean isDead(LeaseHolder other) {
        if (pidSpace.isEmpty() || !pidSpace.equals(other.pidSpace)) {
            return false;
        }
        return !ProcessHandle.of(other.pid).map(ProcessHandle::isAlive).orElse(false) || isZombie(other.pid);
    }

    /** Whether a process has ended but its parent has not collected its exit status. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may contain any character; the state follows it.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private static String ownPidSpace() {
        try {
            return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(PID_NAMESPACE);
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Reads it from the kernel if possible, since Java's lookup may wait for a name server. */
    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unknown) {
                return "unknown host";
            }
        }
    }
}
