/** Owns small films and sounds for tests: packets of invented content with true times, and a WAV by hand. */
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { joined } from '../bytes.ts';

export type Film = {
  seconds: number;
  codec?: 'avc' | 'hevc' | 'vp9' | 'av1';
  container?: 'mp4' | 'webm';
  size?: [number, number];
  perSecond?: number;
  sound?: boolean;
  picture?: boolean;
};

/** avcC of a baseline picture of 64 x 48; nothing in the tests decodes it. */
const avcDescription = Uint8Array.from([
  1, 66, 192, 10, 255, 225, 0, 7, 0x67, 0x42, 0xc0, 0x0a, 0xda, 0x11, 0xe4, 1, 0, 4, 104, 206, 6, 226,
]);

export async function film({
  seconds,
  codec = 'avc',
  container = 'mp4',
  size = [64, 48],
  perSecond = 5,
  sound = false,
  picture = true,
}: Film): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({
    format: container === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  });
  const video = new EncodedVideoPacketSource(codec);
  const audio = new EncodedAudioPacketSource(container === 'mp4' ? 'aac' : 'opus');
  if (picture) output.addVideoTrack(video);
  if (sound || !picture) output.addAudioTrack(audio);
  await output.start();
  const step = 1 / perSecond;
  const count = Math.max(1, Math.round(seconds * perSecond));
  const strings = { avc: 'avc1.42001e', hevc: 'hev1.1.6.L93.B0', vp9: 'vp09.00.10.08', av1: 'av01.0.04M.08' };
  const config = {
    codec: strings[codec],
    codedWidth: size[0],
    codedHeight: size[1],
    description: codec === 'avc' ? avcDescription : undefined,
  };
  for (let i = 0; picture && i < count; i++) {
    const packet = new EncodedPacket(Uint8Array.of(0, 0, 0, 1, 9), i === 0 ? 'key' : 'delta', i * step, step);
    await video.add(packet, i === 0 ? { decoderConfig: config } : undefined);
  }
  for (let i = 0; (sound || !picture) && i < count; i++) {
    const packet = new EncodedPacket(Uint8Array.of(33, 16, 4), 'key', i * step, step);
    const audioConfig = {
      codec: container === 'mp4' ? 'mp4a.40.2' : 'opus',
      numberOfChannels: 2,
      sampleRate: 48_000,
      description: Uint8Array.of(17, 144),
    };
    await audio.add(packet, i === 0 ? { decoderConfig: audioConfig } : undefined);
  }
  await output.finalize();
  return new Uint8Array(target.buffer!);
}

/** Silence, 8 kHz, one channel, 8 bits. */
export function wav(seconds: number): Uint8Array {
  const data = new Uint8Array(Math.round(seconds * 8000)).fill(128);
  const head = new Uint8Array(44);
  const view = new DataView(head.buffer);
  const word = (at: number, mark: string) => head.set(new TextEncoder().encode(mark), at);
  word(0, 'RIFF');
  view.setUint32(4, 36 + data.length, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, data.length, true);
  return joined([head, data]);
}
