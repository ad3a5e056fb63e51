package dev.surety.kit.problem;

import dev.surety.kit.KitConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Stops reading a body that did not announce its size as soon as it is over the limit. */
@Provider
public class BodySizeInterceptor implements ReaderInterceptor {
    // Interceptors exist before the configuration of the run is known, in a native image even before the run.
    private final Instance<KitConfig> config;

    BodySizeInterceptor(Instance<KitConfig> config) {
        this.config = config;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(
                new Limited(context.getInputStream(), config.get().maxBodySize().asLongValue()));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long read;

        private Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(some);
            return some;
        }

        private void count(int more) {
            read += Math.max(0, more);
            if (read > limit) {
                throw Problems.bodyTooLarge(limit);
            }
        }
    }
}
