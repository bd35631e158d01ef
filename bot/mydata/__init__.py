"""The data held of a resident, for that resident: to see, to take away, to delete."""

from bot.mydata.carrying import MyData as MyData
from bot.mydata.copying import Copies as Copies
