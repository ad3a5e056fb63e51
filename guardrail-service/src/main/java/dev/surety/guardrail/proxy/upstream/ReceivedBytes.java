package dev.surety.guardrail.proxy.upstream;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The body of an answer as it arrives; more is asked for only when what is there has been taken. */
final class ReceivedBytes implements HttpResponse.BodySubscriber<ReceivedBytes> {
    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();

    /** What arrived. */
    sealed interface Arrival {}

    /** Some bytes. */
    record Bytes(List<ByteBuffer> buffers) implements Arrival {}

    /** The end of the body. */
    record End() implements Arrival {}

    /** The connection broke. */
    record Broken() implements Arrival {}

    @Override
    public CompletionStage<ReceivedBytes> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrivals.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Broken());
    }

    @Override
    public void onComplete() {
        arrivals.add(new End());
    }

    /** The next arrival; null when there is none within that time. */
    @Nullable
    Arrival next(long millis) throws InterruptedException {
        Arrival arrival = arrivals.poll(millis, TimeUnit.MILLISECONDS);
        Flow.Subscription active = subscription.get();
        if (arrival instanceof Bytes && active != null) {
            active.request(1);
        }
        return arrival;
    }

    void cancel() {
        Flow.Subscription active = subscription.get();
        if (active != null) {
            active.cancel();
        }
    }
}
