"""Says what ffprobe and ffmpeg find in a media file, in lines that tests compare.

    oracle.py FILE WORK_DIRECTORY

First a line per stream: its type, codec, and the configuration that ffmpeg writes into an MP4 for
it. Then a line per packet in decoding order: its type, times on the 90 kHz clock, whether it is a key
frame, the size of its payload and the CRC-32 of that. Of a picture the payload is its NAL units one
behind the other, without start codes, and without those that an MP4 sample need not have:
parameter sets, delimiters and filler. Of AAC it is the frame without its ADTS header.
"""

import json
import re
import subprocess
import sys
import zlib

LEFT_OUT = {"h264": {7, 8, 9, 10, 11, 12}, "hevc": {32, 33, 34, 35, 36, 37, 38}}
CONFIG_BOXES = {"h264": b"avcC", "hevc": b"hvcC", "aac": b"esds", "mp3": b"esds",
                "ac3": b"dac3", "eac3": b"dec3", "opus": b"dOps"}


def probe(path):
    command = ["ffprobe", "-v", "error", "-show_packets", "-show_data", "-show_streams", "-of", "json", path]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def unhex(dump):
    return bytes.fromhex("".join(line[10:50].replace(" ", "") for line in dump.splitlines() if line))


def picture(data, codec):
    units = [unit.rstrip(b"\0") for unit in re.split(b"\0\0\1", data)[1:]]
    kind = (lambda unit: unit[0] & 31) if codec == "h264" else (lambda unit: unit[0] >> 1 & 63)
    return b"".join(unit for unit in units if kind(unit) not in LEFT_OUT[codec])


def payload(data, codec):
    if codec in LEFT_OUT:
        return picture(data, codec)
    if codec == "aac" and data[0] == 0xFF and data[1] & 0xF6 == 0xF0:
        return data[7 if data[1] & 1 else 9:]
    return data


def config(path, index, codec, work):
    box = CONFIG_BOXES.get(codec)
    mp4 = f"{work}/config.mp4"
    command = ["ffmpeg", "-v", "error", "-y", "-i", path, "-map", f"0:{index}", "-c", "copy"]
    done = subprocess.run(command + ["-strict", "-2", "-f", "mp4", mp4], capture_output=True)
    if box is None or done.returncode != 0:
        return "-"
    data = open(mp4, "rb").read()
    at = data.index(box)
    size = int.from_bytes(data[at - 4:at], "big")
    return data[at + 4:at - 4 + size].hex()


def main():
    path, work = sys.argv[1:]
    found = probe(path)
    streams = {stream["index"]: stream for stream in found["streams"]}
    for index, stream in streams.items():
        codec = stream["codec_name"]
        if stream["codec_type"] == "video":
            shape = f"{stream['width']}x{stream['height']}"
        else:
            shape = f"{stream['sample_rate']}x{stream['channels']}"
        print("stream", stream["codec_type"][0], codec, shape, config(path, index, codec, work))
    for packet in found["packets"]:
        stream = streams[packet["stream_index"]]
        ticks = 90000 * eval(stream["time_base"])
        data = payload(unhex(packet["data"]), stream["codec_name"])
        key = "K" if packet["flags"].startswith("K") else "-"
        times = [round(packet[name] * ticks) if name in packet else "-" for name in ("dts", "pts")]
        print(stream["codec_type"][0], *times, key, len(data), f"{zlib.crc32(data):08x}")


main()
