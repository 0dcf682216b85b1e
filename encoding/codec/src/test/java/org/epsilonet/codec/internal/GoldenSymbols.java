package org.epsilonet.codec.internal;

/** A fixed sequence of symbols of every kind. */
public final class GoldenSymbols {
    /** Its code in format version 1. */
    public static final String BYTES =
            "00000000000002400003d090c13f4800134fdcd226ec81dfe89b4452df0f79a0ea312f8b024a481d4a892bc53489d0931e69b182801886b36c9e05fd9ba09a8dce4023e1ef5f43945521aae4336743c3464fd33afe48222f6cfdcf3497a31da3017713a9ffde7354825ecb8b479c8d61334a4c702574ece080ea56b1721039378744027df2bab4c86f29a59563b9f2525bbb78721f4f863fd1e00b0f8d27a0f89c2dac0d7b4815da1a76255d570935a85c622a9297eca95c87629a0996de2b06dbf1dd4097452044c3cc0543af9cbd7588d1e9d4f2c757598d1d5048547fc3f8ca7e654a9175989ac2bda1254317831a8051007f285b7325bcaa5866e32194bdc9311b32609de58e291a02d91f9be15b9e23e11507124ae2691ce000fcc5f0dd4af372c3a8470931342da0adedd1bace9f10acaf9734f2874f125383a048000fb0936c9ec18270ae8067da2913e46770c07925f02bfdd2b05f11bdf991825018687fe85d04fdba47e1d1495ad8a5eebcc22161994e87ac03";

    private GoldenSymbols() {}

    /** The sequence as it is coded now. */
    public static byte[] coded() {
        RangeEncoder coder = new RangeEncoder();
        for (int i = 0; i < 40; i++) {
            coder.adaptive(i % 3, i * i % 7, 7);
            coder.uniform(i * 1_000_003L, 1L << 40);
            coder.bits(i, 6);
            coder.integer(9, 1L << i);
        }
        coder.startAfresh();
        coder.adaptive(0, 200, 256);
        return coder.finish();
    }
}
