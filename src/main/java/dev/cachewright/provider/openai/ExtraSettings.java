package dev.cachewright.provider.openai;

import dev.cachewright.provider.Extras;
import dev.cachewright.provider.ProxyAddress;
import java.net.Proxy;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Puts what a profile has beyond the usual into the HTTP client.
final class ExtraSettings {

    private ExtraSettings() {
    }

    static OkHttpClient.Builder of(Extras extras, OkHttpClient.Builder client) {
        ProxyAddress.of(extras.proxy())
                .ifPresent(address -> client.proxy(new Proxy(Proxy.Type.HTTP, address.unresolved())));
        client.connectTimeout(extras.timeouts().connect());
        if (!extras.allHeaders().isEmpty()) {
            client.addInterceptor(chain -> {
                Request.Builder request = chain.request().newBuilder();
                extras.allHeaders().forEach(request::header);
                return chain.proceed(request.build());
            });
        }
        return client;
    }
}
