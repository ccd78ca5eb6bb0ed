package dev.feedmill.folder.watch;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;

/** Linux system calls under their own names; after a result of -1, {@link Native#getLastError} gives the reason. */
@SuppressWarnings("MemberName")
final class Libc {
    static {
        Native.register(Libc.class, NativeLibrary.getProcess());
    }

    private Libc() {}

    static native int inotify_init1(int flags);

    static native int inotify_add_watch(int file, byte[] path, int mask);

    static native int inotify_rm_watch(int file, int watch);

    static native int eventfd(int value, int flags);

    static native int poll(ByteBuffer files, NativeLong count, int milliseconds);

    static native NativeLong read(int file, ByteBuffer into, NativeLong count);

    static native NativeLong write(int file, ByteBuffer from, NativeLong count);

    static native int close(int file);
}
