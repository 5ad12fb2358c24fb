"""A picture of what an Xvfb with -fbdir shows; exit 1 while it is blank.

framebuffer.py Xvfb_screen0 PICTURE.png
"""

import struct
import sys
from pathlib import Path

from PIL import Image

dump = Path(sys.argv[1]).read_bytes()
header = struct.unpack(
    ">25I", dump[:100]
)  # the XWD format: big-endian words, then a colour table of 12 bytes each
start, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
pixels = dump[start + 12 * colours :]
picture = Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", line, 1)
picture.save(sys.argv[2])
sys.exit(len(picture.getcolors(width * height)) < 16)
