package org.jointflights.web.signin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Counts how often the slow hash is computed: what a sign-in costs, whatever machine it runs on. */
class CountedHashes implements BeanPostProcessor {

    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicReference<Runnable> atNext = new AtomicReference<>();

    int during(Runnable act) {
        int before = computed.get();
        act.run();
        return computed.get() - before;
    }

    /** What somebody else does, once, while a hash is being computed. */
    void atNext(Runnable act) {
        atNext.set(act);
    }

    private void computing() {
        computed.incrementAndGet();
        Runnable act = atNext.getAndSet(null);
        if (act != null) {
            CompletableFuture.runAsync(act).join();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder hash ? counted(hash) : bean;
    }

    private PasswordEncoder counted(PasswordEncoder hash) {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                computing();
                return hash.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String encoded) {
                computing();
                return hash.matches(password, encoded);
            }

            @Override
            public boolean upgradeEncoding(String encoded) {
                return hash.upgradeEncoding(encoded);
            }
        };
    }
}
