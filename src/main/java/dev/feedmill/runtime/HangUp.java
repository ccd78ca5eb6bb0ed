package dev.feedmill.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signal SIGHUP, by which a service manager asks a process to read its settings again. */
public final class HangUp {
    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /**
     * Runs a task, on a thread of the JVM, at each signal from now on; the signal no longer ends the process. Does
     * nothing where there is no such signal.
     */
    public static void onSignal(Runnable task) {
        try {
            // By reflection, since javac warns of these classes in a way that cannot be switched off. No other way
            // leads
            // to a signal, short of code in C.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler invocation = (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                    return method.invoke(task, arguments);
                }
                task.run();
                return null;
            };
            Object own = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, invocation);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), own);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.debug("SIGHUP cannot be received here", e);
        }
    }
}
