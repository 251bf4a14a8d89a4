import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Java's own TLS against servers of the loopback: `java Client.java root.pem`, with `host port` in each line of standard
 * input; `host TAB word` comes out, one of `loads`, `certificate`, `staple`, `handshake`, `no HTTP`. A stapled answer is
 * held against the checker that conscrypt uses, with its options (TrustManagerImpl: ONLY_END_ENTITY, NO_FALLBACK).
 */
public class Client {
  private static final int TIMEOUT = 20_000;

  public static void main(String[] arguments) throws Exception {
    X509Certificate root = read(arguments[0]);
    SSLSocketFactory factory = trusting(root);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<String>> answers = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split(" ");
      Callable<String> ask = () -> parts[0] + "\t" + ask(factory, root, parts[0], Integer.parseInt(parts[1]));
      answers.add(threads.submit(ask));
    }
    for (Future<String> answer : answers) System.out.println(answer.get());
    threads.shutdown();
  }

  private static X509Certificate read(String file) throws Exception {
    try (InputStream bytes = new FileInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }
  }

  private static SSLSocketFactory trusting(X509Certificate root) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("root", root);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static String ask(SSLSocketFactory factory, X509Certificate root, String host, int port)
      throws IOException {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
      plain.setSoTimeout(TIMEOUT);
      SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      try {
        socket.startHandshake();
      } catch (IOException error) {
        return isAboutCertificates(error) ? "certificate" : "handshake";
      }
      if (!acceptsStaple((ExtendedSSLSession) socket.getSession(), root)) return "staple";
      return answers(socket, host) ? "loads" : "no HTTP";
    }
  }

  private static boolean isAboutCertificates(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause())
      if (cause instanceof CertificateException) return true;
    return false;
  }

  private static boolean answers(SSLSocket socket, String host) {
    try {
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes(5);
      return new String(start, StandardCharsets.US_ASCII).equals("HTTP/");
    } catch (IOException error) {
      return false;
    }
  }

  private static boolean acceptsStaple(ExtendedSSLSession session, X509Certificate root) {
    List<byte[]> staples = session.getStatusResponses();
    if (staples.isEmpty() || staples.get(0).length == 0) return true;
    try {
      X509Certificate[] sent = (X509Certificate[]) Arrays.copyOf(
          session.getPeerCertificates(), session.getPeerCertificates().length, X509Certificate[].class);
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(Arrays.asList(sent));
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
      checker.setOptions(
          EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
      checker.setOcspResponses(Map.of(sent[0], staples.get(0)));
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.addCertPathChecker(checker);
      validator.validate(path, parameters);
      return true;
    } catch (Exception error) {
      return false;
    }
  }
}
