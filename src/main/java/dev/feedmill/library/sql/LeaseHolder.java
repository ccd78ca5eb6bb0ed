package dev.feedmill.library.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that runs a server, as it tells others about itself.
 *
 * @param pid the number of the process
 * @param pidSpace within which process numbers can be compared: one boot of a machine, one container; empty where the
 *     system does not tell
 * @param address where it listens
 */
public record LeaseHolder(String host, long pid, String pidSpace, String address) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PID_NAMESPACE = Path.of("/proc/self/ns/pid");

    /** This process. */
    public static LeaseHolder here(String address) {
        return new LeaseHolder(hostName(), ProcessHandle.current().pid(), ownPidSpace(), address);
    }

    /** Whether that process surely runs no more; it can only be told of one whose number is known here. */
    boolean isDead(LeaseHolder other) {
        if (pidSpace.isEmpty() || !pidSpace.equals(other.pidSpace)) {
            return false;
        }
        return !ProcessHandle.of(other.pid).map(ProcessHandle::isAlive).orElse(false) || isZombie(other.pid);
    }

    /** A process that ended, and whose parent has yet to ask how. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may hold anything; the state comes after it.
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

    /** Asked from the kernel where that is possible, since Java's own way may wait for a name server. */
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
